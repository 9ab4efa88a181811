export { openAccounts } from './accounts.ts';
