import type { Request } from 'express';
import { z } from 'zod';
import type { Language } from '../app/index.ts';

export const LANGUAGES = ['vi', 'en'] as const;

/** `?lang=` first, then Accept-Language, then Vietnamese. */
export const languageOf = (request: Request): Language => {
  const asked = LANGUAGES.find((language) => language === request.query.lang);
  const accepted = request.acceptsLanguages(...LANGUAGES) as Language | false;
  return asked ?? (accepted || 'vi');
};

const LOCALES = { vi: z.locales.vi(), en: z.locales.en() };

/** Says in `language` what zod found wrong. */
export const localeError = (language: Language) => LOCALES[language].localeError;
