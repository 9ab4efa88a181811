export type Language = 'vi' | 'en';
export const LANGUAGES: Language[] = ['vi', 'en'];
