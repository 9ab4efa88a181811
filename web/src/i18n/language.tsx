import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { LANGUAGES, type Language } from './codes.ts';
import { type Dictionary, dictionaries } from './dictionary.ts';

const KEY = 'ansinh.language';
const stored = (): Language =>
  (LANGUAGES as string[]).includes(localStorage.getItem(KEY) ?? '') ? (localStorage.getItem(KEY) as Language) : 'vi';

interface LanguageContext {
  language: Language;
  t: Dictionary;
  setLanguage: (language: Language) => void;
}
const Context = createContext<LanguageContext | null>(null);

/** Vietnamese unless this browser has chosen otherwise. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(stored);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(KEY, language);
  }, [language]);
  const value = useMemo(() => ({ language, t: dictionaries[language], setLanguage }), [language]);
  return <Context value={value}>{children}</Context>;
}

export function useLanguage(): LanguageContext {
  const context = useContext(Context);
  if (!context) throw new Error('useLanguage outside LanguageProvider');
  return context;
}
