import type { Raster } from '../image/raster.ts';

/** A picture as an engine gets it: level, upright, `dpi` pixels an inch; a page, or a `block` of lines and nothing else. */
export type PageImage = Raster & { dpi: number; block?: boolean };

/** Why a page has no words: no engine, no time left for the page or the document, or an engine that failed on it. */
export type OcrFailure = 'unavailable' | 'timed_out' | 'failed';

/** What an engine says of a page: hOCR (http://kba.github.io/hocr-spec/1.2/), or why it says nothing. */
export type OcrReply = { engine: string; hocr: string } | { failure: OcrFailure };

/** Hands a page to an engine; never rejects. The reading process itself has no right to run one: its parent does. */
export type Recognise = (image: PageImage) => Promise<OcrReply>;
