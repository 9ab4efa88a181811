import { AccountMenu } from '../account/menu.tsx';
import { LANGUAGES } from '../i18n/codes.ts';
import { dictionaries } from '../i18n/dictionary.ts';
import { useLanguage } from '../i18n/language.tsx';
import { Link, usePath } from '../router.tsx';

const isCurrent = (path: string, href: string) => (href === '/' ? path === '/' : path.startsWith(href));

function Places() {
  const { t } = useLanguage();
  const path = usePath();
  const places = { '/': t.documents, '/batches': t.batches };
  return (
    <nav className="places" aria-label={t.places}>
      {Object.entries(places).map(([href, name]) => (
        <Link key={href} href={href} aria-current={isCurrent(path, href) ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

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
      <Places />
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
