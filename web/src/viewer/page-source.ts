import { useEffect, useState } from 'react';
import type { DocumentView, ReportRecord } from '../../../src/model/index.ts';
import { fileAddress } from '../api.ts';
import type { PageSource } from './page.tsx';
import { type NoPages, noPagesOf, openPdf } from './pdf.ts';

interface Pages {
  source: PageSource | null;
  problem: NoPages | null;
  retry: () => void;
}

const pageImage = (id: string, page: number) => `/api/v1/documents/${encodeURIComponent(id)}/pages/${page}/image`;

/** Opens what the pages of a document are drawn from, while `wanted`; a document without pages has none. */
export function usePageSource({ id, mediaType }: DocumentView, record: ReportRecord, wanted: boolean): Pages {
  const [source, setSource] = useState<PageSource | null>(null);
  const [problem, setProblem] = useState<NoPages | null>(null);
  const [round, setRound] = useState(0);
  const picture = (mediaType ?? record.document.mediaType).startsWith('image/');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again
  useEffect(() => {
    if (!wanted) return;
    if (picture) {
      // Browsers show the file itself where it is a JPEG or PNG.
      setSource({ images: (page) => [pageImage(id, page), ...(page === 1 ? [fileAddress(id)] : [])] });
      return;
    }
    let over = false;
    const { opened, close } = openPdf(fileAddress(id));
    opened.then(
      (pdf) => {
        if (!over) setSource({ pdf });
      },
      (error: unknown) => {
        if (!over) setProblem(noPagesOf(error));
      },
    );
    return () => {
      over = true;
      setSource(null);
      close();
    };
  }, [id, picture, wanted, round]);

  const retry = () => {
    setProblem(null);
    setRound((last) => last + 1);
  };
  return { source, problem, retry };
}
