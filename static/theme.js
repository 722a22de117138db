// @ts-check
import { recall, remember } from './lib/remember.js';

const REMEMBERED = 'tablechat.theme';
const DARK = matchMedia('(prefers-color-scheme: dark)');

/** Light or dark, as the system has it or as the person chose. */
export function createTheme() {
    set(recall(REMEMBERED));

    /** @param {string|null} theme */
    function set(theme) {
        if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    }

    return {
        toggle() {
            const dark = document.documentElement.dataset.theme === 'dark' || (!document.documentElement.dataset.theme && DARK.matches);
            remember(REMEMBERED, dark ? 'light' : 'dark');
            set(dark ? 'light' : 'dark');
            document.dispatchEvent(new Event('themechange'));
        },
    };
}
