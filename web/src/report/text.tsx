import { Fragment, type MouseEvent, memo, useMemo } from 'react';
import type { ReportRecord } from '../../../src/model/index.ts';
import { isDoubtful } from '../format.ts';
import { type Block, blocksOf, type Cell, chunksOf, type Run } from './blocks.ts';

/** Blocks that the browser lays out together or, far from view, not at all. */
const CHUNK = 24;

interface Marking {
  selected: string | null;
  failed: ReadonlyMap<string, unknown>;
}

function Runs({ runs, selected, failed }: Marking & { runs: Run[] }) {
  return runs.map(({ text, figure }, i) =>
    figure ? (
      <mark
        key={i}
        id={figure.id}
        data-figure={figure.id}
        data-selected={figure.id === selected}
        data-doubtful={isDoubtful(figure)}
        data-failed={failed.has(figure.id)}
      >
        <a href={`#${figure.id}`} tabIndex={figure.id === selected ? 0 : -1}>
          {text}
        </a>
      </mark>
    ) : (
      <Fragment key={i}>{text}</Fragment>
    ),
  );
}

const scopeOf = (columns: number) => (columns > 1 ? 'colgroup' : 'col');

function Piece({ block, ...marking }: Marking & { block: Block }) {
  const place = { 'data-section': block.section ?? undefined, 'data-start': block.span.start };
  if (block.kind === 'heading') {
    const Heading = `h${Math.min(block.level + 1, 6)}` as 'h2';
    return (
      <Heading {...place} data-heading={block.section}>
        <Runs runs={block.runs} {...marking} />
      </Heading>
    );
  }
  if (block.kind === 'paragraph')
    return (
      <p {...place} data-item={block.item} data-heading={block.lead.length > 0 ? block.section : undefined}>
        {block.lead.length > 0 && (
          <strong>
            <Runs runs={block.lead} {...marking} />
          </strong>
        )}
        <Runs runs={block.runs} {...marking} />
      </p>
    );
  const cells = (row: Cell[], Tag: 'th' | 'td') =>
    row.map(({ runs, colSpan, rowSpan }, c) => (
      <Tag key={c} colSpan={colSpan} rowSpan={rowSpan} scope={Tag === 'th' ? scopeOf(colSpan) : undefined}>
        <Runs runs={runs} {...marking} />
      </Tag>
    ));
  const rows = (all: Cell[][], Tag: 'th' | 'td') => all.map((row, r) => <tr key={r}>{cells(row, Tag)}</tr>);
  return (
    // A wide table scrolls by itself; a scrolling region must be reachable by keyboard.
    <div className="wide-table" tabIndex={0} role="group" {...place}>
      <table>
        {block.caption && <caption>{block.caption}</caption>}
        {block.header.length > 0 && <thead>{rows(block.header, 'th')}</thead>}
        <tbody>{rows(block.rows, 'td')}</tbody>
      </table>
    </div>
  );
}

const Chunk = memo(function Chunk({ blocks, ...marking }: Marking & { blocks: Block[] }) {
  return (
    <div className="chunk">
      {blocks.map((block) => (
        <Piece key={`${block.kind}${block.span.start}`} block={block} {...marking} />
      ))}
    </div>
  );
});

const runsIn = (block: Block): Run[] =>
  block.kind === 'table'
    ? [...block.header, ...block.rows].flat().flatMap((cell) => cell.runs)
    : block.kind === 'heading'
      ? block.runs
      : [...block.lead, ...block.runs];

interface Props extends Marking {
  record: ReportRecord;
  onMark: (id: string) => void;
}

/** The report as a page to read; a click on a mark tells its figure. */
export const ReportText = memo(function ReportText({ record, selected, failed, onMark }: Props) {
  const chunks = useMemo(
    () =>
      chunksOf(blocksOf(record), CHUNK).map((blocks) => ({
        blocks,
        figures: new Set(blocks.flatMap(runsIn).map((run) => run.figure?.id)),
      })),
    [record],
  );
  const click = (event: MouseEvent) => {
    const mark = (event.target as Element).closest<HTMLElement>('mark[data-figure]');
    if (!mark?.dataset.figure || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onMark(mark.dataset.figure);
  };
  return (
    // The marks are links, so the keyboard reaches them; this only hears their clicks.
    <article className="sheet" lang="vi" onClick={click}>
      {chunks.map(({ blocks, figures }) => (
        <Chunk
          key={blocks[0]?.span.start}
          blocks={blocks}
          selected={selected !== null && figures.has(selected) ? selected : null}
          failed={failed}
        />
      ))}
    </article>
  );
});
