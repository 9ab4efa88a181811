import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import type { DocumentView, ReportRecord } from '../../../src/model/index.ts';
import { fileAddress, pagesAddress } from '../api.ts';
import { type NoPages, noPagesOf, openPdf } from './pdf.ts';

interface Pages {
  pdf: PDFDocumentProxy | null;
  problem: NoPages | null;
  retry: () => void;
}

/** Opens what the pages of a document are drawn from, while `wanted`; a document without pages has none. */
export function usePageSource({ id, mediaType }: DocumentView, record: ReportRecord, wanted: boolean): Pages {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [problem, setProblem] = useState<NoPages | null>(null);
  const [round, setRound] = useState(0);
  const picture = (mediaType ?? record.document.mediaType).startsWith('image/');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    const { opened, close } = openPdf(picture ? pagesAddress(id) : fileAddress(id));
    opened.then(
      (found) => {
        if (!over) setPdf(found);
      },
      (error: unknown) => {
        if (!over) setProblem(noPagesOf(error));
      },
    );
    return () => {
      over = true;
      setPdf(null);
      close();
    };
  }, [id, picture, wanted, round]);

  const retry = () => {
    setProblem(null);
    setRound((last) => last + 1);
  };
  return { pdf, problem, retry };
}
