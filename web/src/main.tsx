import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SessionProvider } from './account/session.tsx';
import { App } from './app.tsx';
import { LanguageProvider } from './i18n/language.tsx';
// In this order wherever they are used: what is general has the last word, printing the very last.
import './desk/desk.css';
import './viewer/viewer.css';
import './batches/batches.css';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/documents.css';
import './styles/report.css';
import './account/account.css';
import './styles/print.css';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <SessionProvider>
          <App />
        </SessionProvider>
      </LanguageProvider>
    </StrictMode>,
  );
