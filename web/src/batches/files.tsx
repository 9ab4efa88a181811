import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { Batch, BatchFile, BatchFileState } from '../../../src/model/batch.ts';
import { documentAddress } from '../documents/list.tsx';
import { formatNumber } from '../format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Link, navigate, useSearch } from '../router.tsx';
import { batchAddress, type FileQuery, listFiles } from './api.ts';
import { FILE_STATES } from './bar.tsx';
import { useBatchWords } from './words.ts';

const ROW = 44;
/** Pages that are shown are asked for again while the batch goes on, each this much seldomer than it counts. */
const AGAIN_MS = 2000;
const HEADING = 'batch-files';

const search = ({ state, code }: FileQuery): string => {
  const query = new URLSearchParams();
  if (state) query.set('state', state);
  if (code) query.set('code', code);
  return query.size > 0 ? `?${query}` : '';
};
const show = (batch: string, query: FileQuery) => navigate(batchAddress(batch) + search(query), { replace: true });

/** Shows the files of one code, and brings the list into view. */
export const showFiles = (batch: string, code: string): void => {
  show(batch, { state: 'failed', code });
  const heading = document.getElementById(HEADING);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
};

function FileLine({ file: { path, state, awaited, document, error, stage } }: { file: BatchFile }) {
  const t = useBatchWords();
  return (
    <>
      <span className="path">{document ? <Link href={documentAddress(document)}>{path}</Link> : path}</span>
      <span className="status batch-file-state" data-state={state}>
        {awaited ? t.awaited : t.fileState[state]}
      </span>
      {error && (
        <p>
          <span className="problem">{error.message}</span> {error.remedy}{' '}
          {stage && <span className="second">{t.stage[stage]}</span>}
        </p>
      )}
    </>
  );
}

/** The list's distance from the top of the page, which changes with what stands above it. */
function useTop(list: React.RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useEffect(() => {
    const measure = () => setTop((list.current?.getBoundingClientRect().top ?? 0) + scrollY);
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    measure();
    return () => watch.disconnect();
  }, [list]);
  return top;
}

interface ListProps {
  batch: Batch;
  query: FileQuery;
}

function FileList({ batch, query }: ListProps) {
  const t = useBatchWords();
  const { t: common, language } = useLanguage();
  const client = useQueryClient();
  const list = useRef<HTMLUListElement>(null);
  const scrollMargin = useTop(list);
  const key = ['files', batch.id, query.state, query.code, language];
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => listFiles(batch.id, query, pageParam, language, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const files = data?.pages.flatMap(({ items }) => items) ?? [];
  const pages = data?.pages.length ?? 1;

  // What the list shows is of the counts it was asked at.
  const counts = [batch.found, batch.done, batch.duplicate, batch.failed, batch.awaited].join();
  const asked = useRef({ counts, at: 0 });
  useEffect(() => {
    if (asked.current.counts === counts) return;
    const wait = Math.max(0, asked.current.at + AGAIN_MS * pages - Date.now());
    const timer = setTimeout(() => {
      asked.current = { counts, at: Date.now() };
      void client.invalidateQueries({ queryKey: ['files', batch.id] });
    }, wait);
    return () => clearTimeout(timer);
  }, [counts, pages, client, batch.id]);

  const rows = useWindowVirtualizer({
    count: files.length + (hasNextPage ? 1 : 0),
    estimateSize: () => ROW,
    overscan: 12,
    scrollMargin,
    getItemKey: (at) => files[at]?.path ?? 'more',
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= files.length) void fetchNextPage();
  }, [last, files.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const total = query.code
    ? batch.errors.find(({ code }) => code === query.code)?.count
    : batch[query.state ?? 'found'];
  return (
    <>
      {error && (
        <p className="problem" role="alert">
          {t.filesFailed}{' '}
          <button type="button" onClick={() => void refetch()}>
            {common.retry}
          </button>
        </p>
      )}
      {data && files.length === 0 && <p className="second">{batch.found === 0 ? t.noFilesYet : t.noFiles}</p>}
      <ul ref={list} className="batch-files" aria-labelledby={HEADING} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, key: row, start }) => {
          const file = files[index];
          return (
            <li
              key={row}
              ref={rows.measureElement}
              data-index={index}
              data-state={file?.state}
              aria-posinset={index + 1}
              aria-setsize={total ?? files.length}
              style={{ transform: `translateY(${start - scrollMargin}px)` }}
            >
              {file ? <FileLine file={file} /> : <span className="second">{t.loadingMore}</span>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Every file of the batch, filtered by the address. */
export function Files({ batch }: { batch: Batch }) {
  const t = useBatchWords();
  const asked = new URLSearchParams(useSearch());
  const code = asked.get('code');
  const state = FILE_STATES.find((one) => one === asked.get('state')) ?? null;
  const choose = (next: BatchFileState | null) => show(batch.id, { state: next, code: null });
  return (
    <section className="batch-list">
      <h2 id={HEADING} tabIndex={-1}>
        {t.files}
      </h2>
      <nav className="filters" aria-label={t.filterState}>
        {[null, ...FILE_STATES].map((one) => (
          <button key={one ?? 'all'} type="button" aria-pressed={state === one} onClick={() => choose(one)}>
            {one ? t.fileState[one] : t.allStates} <span className="count">{formatNumber(batch[one ?? 'found'])}</span>
          </button>
        ))}
        {batch.errors.length > 0 && (
          <select
            aria-label={t.filterCode}
            value={code ?? ''}
            onChange={({ target }) => show(batch.id, { state: 'failed', code: target.value || null })}
          >
            <option value="">{t.allCodes}</option>
            {batch.errors.map((error) => (
              <option key={`${error.code}-${error.stage}`} value={error.code}>
                {error.message} ({formatNumber(error.count)})
              </option>
            ))}
          </select>
        )}
      </nav>
      <FileList batch={batch} query={{ state, code }} />
    </section>
  );
}
