// @ts-check
import { en } from './languages/en.js';
import { zh } from './languages/zh.js';
import { recall, remember } from './lib/remember.js';

const REMEMBERED = 'tablechat.language';
/** @type {Record<string, typeof en>} */
const LANGUAGES = { en, zh };

/** What the browser wants, the dearest first. @type {readonly string[]} */
const wanted = globalThis.navigator?.languages ?? [];

/** Two letters: the one that was chosen, else the first the browser wants that the page speaks. */
export const language = spoken(recall(REMEMBERED) ?? '') ?? wanted.map(spoken).find(Boolean) ?? 'en';

/** In which dates and numbers are written. */
export const locale = wanted.find(one => spoken(one) === language) ?? LANGUAGES[language].locale;

/** All that the page says, in the language of the person. */
export const say = LANGUAGES[language];

/** @param {string} tag @returns {string|undefined} */
function spoken(tag) {
    const letters = tag.toLowerCase().split('-')[0];
    return letters in LANGUAGES ? letters : undefined;
}

/** The page speaks the other language, now and from now on. Nothing is lost: what is not sent is kept as a draft. */
export function switchLanguage() {
    remember(REMEMBERED, language === 'en' ? 'zh' : 'en');
    location.reload();
}
