import { AccountMenu } from '../account/menu.tsx';
import { LANGUAGES } from '../i18n/codes.ts';
import { dictionaries } from '../i18n/dictionary.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Link } from '../router.tsx';

export function Masthead() {
  const { t, language, setLanguage } = useLanguage();
  return (
    <header className="masthead">
      <a className="skip" href="#content">
        {t.skipToContent}
      </a>
      <Link className="wordmark" href="/">
        ansinh
      </Link>
      <span className="tagline">{t.tagline}</span>
      <AccountMenu />
      <a className="quiet" href="/docs">
        {t.apiDocs}
      </a>
      <fieldset className="languages">
        <legend className="hidden">{t.language}</legend>
        {LANGUAGES.map((code) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={code === language}
            onClick={() => setLanguage(code)}
          >
            {code.toUpperCase()}
            <span className="hidden">{dictionaries[code].languageName}</span>
          </button>
        ))}
      </fieldset>
    </header>
  );
}
