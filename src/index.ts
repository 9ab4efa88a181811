/** The library: `read` a file into a document, `extract` its record. The same two functions that the service uses. */
import './needs-node-24.ts';

export { extract } from './extract/index.ts';
export {
  ArchiveError,
  type Figure,
  READ_FAILURES,
  ReadError,
  type ReadErrorCode,
  ReportRecord,
  type Section,
  type SourceDocument,
} from './model/index.ts';
export { type ReadMember, readArchive } from './read/archive/read-archive.ts';
export { type Member, unpack } from './read/archive/unpack.ts';
export { read } from './read/index.ts';
