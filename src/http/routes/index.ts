import type { Route } from '../route.ts';
import { actOnBatch } from './act-on-batch.ts';
import { actOnReview } from './act-on-review.ts';
import { addAccount } from './add-account.ts';
import { addFigure } from './add-figure.ts';
import { announceFiles } from './announce-files.ts';
import { changeAccount } from './change-account.ts';
import { changePassword } from './change-password.ts';
import { correctFigure } from './correct-figure.ts';
import { createBatch } from './create-batch.ts';
import { decide } from './decide.ts';
import { exportFigures } from './export-figures.ts';
import { extractAgain } from './extract-again.ts';
import { extractBelow } from './extract-below.ts';
import { getAgreement } from './get-agreement.ts';
import { getBatch } from './get-batch.ts';
import { getBatchReport } from './get-batch-report.ts';
import { getCatalogue } from './get-catalogue.ts';
import { getDocument } from './get-document.ts';
import { getFigure } from './get-figure.ts';
import { getFile } from './get-file.ts';
import { getHistory } from './get-history.ts';
import { getMe } from './get-me.ts';
import { getMetrics } from './get-metrics.ts';
import { getOpenApi } from './get-openapi.ts';
import { getPageWords } from './get-page-words.ts';
import { getPages } from './get-pages.ts';
import { getRecord } from './get-record.ts';
import { getRecordSchema } from './get-record-schema.ts';
import { getReview } from './get-review.ts';
import { getReviewQueue } from './get-review-queue.ts';
import { getSeries } from './get-series.ts';
import { healthLive } from './health-live.ts';
import { healthReady } from './health-ready.ts';
import { inferFigures } from './infer-figures.ts';
import { listAccounts } from './list-accounts.ts';
import { listBatchFiles } from './list-batch-files.ts';
import { listBatches } from './list-batches.ts';
import { listDocuments } from './list-documents.ts';
import { listMembers } from './list-members.ts';
import { listPeople } from './list-people.ts';
import { resetPassword } from './reset-password.ts';
import { resumeUpload, sendPiece, startUpload, stopUpload } from './resumable-uploads.ts';
import { searchFigures } from './search-figures.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { submitDocuments } from './submit-documents.ts';
import { watchBatch } from './watch-batch.ts';

/** The whole API: everything that answers under /api, /health and /metrics is in this list. */
export const routes: readonly Route[] = [
  submitDocuments,
  startUpload,
  resumeUpload,
  sendPiece,
  stopUpload,
  listDocuments,
  getDocument,
  listMembers,
  getRecord,
  getFile,
  getPages,
  extractAgain,
  getFigure,
  correctFigure,
  addFigure,
  getHistory,
  getReview,
  actOnReview,
  decide,
  getAgreement,
  getReviewQueue,
  inferFigures,
  getPageWords,
  searchFigures,
  getSeries,
  exportFigures,
  createBatch,
  listBatches,
  getBatch,
  announceFiles,
  listBatchFiles,
  getBatchReport,
  actOnBatch,
  watchBatch,
  extractBelow,
  signIn,
  signOut,
  getMe,
  changePassword,
  listPeople,
  listAccounts,
  addAccount,
  changeAccount,
  resetPassword,
  getCatalogue,
  getRecordSchema,
  getOpenApi,
  healthLive,
  healthReady,
  getMetrics,
];
