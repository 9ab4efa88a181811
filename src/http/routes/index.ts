import type { Route } from '../route.ts';
import { addFigure } from './add-figure.ts';
import { correctFigure } from './correct-figure.ts';
import { createBatch } from './create-batch.ts';
import { exportFigures } from './export-figures.ts';
import { extractAgain } from './extract-again.ts';
import { getBatch } from './get-batch.ts';
import { getCatalogue } from './get-catalogue.ts';
import { getDocument } from './get-document.ts';
import { getFigure } from './get-figure.ts';
import { getFile } from './get-file.ts';
import { getHistory } from './get-history.ts';
import { getMetrics } from './get-metrics.ts';
import { getOpenApi } from './get-openapi.ts';
import { getRecord } from './get-record.ts';
import { getRecordSchema } from './get-record-schema.ts';
import { getSeries } from './get-series.ts';
import { healthLive } from './health-live.ts';
import { healthReady } from './health-ready.ts';
import { listDocuments } from './list-documents.ts';
import { listMembers } from './list-members.ts';
import { searchFigures } from './search-figures.ts';
import { submitDocuments } from './submit-documents.ts';
import { watchBatch } from './watch-batch.ts';

/** The whole API: everything that answers under /api, /health and /metrics is in this list. */
export const routes: readonly Route[] = [
  submitDocuments,
  listDocuments,
  getDocument,
  listMembers,
  getRecord,
  getFile,
  extractAgain,
  getFigure,
  correctFigure,
  addFigure,
  getHistory,
  searchFigures,
  getSeries,
  exportFigures,
  createBatch,
  getBatch,
  watchBatch,
  getCatalogue,
  getRecordSchema,
  getOpenApi,
  healthLive,
  healthReady,
  getMetrics,
];
