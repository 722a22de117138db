// @ts-check
import { THEME } from './early.js';
import { recall, remember } from './lib/remember.js';

const DARK = matchMedia('(prefers-color-scheme: dark)');

/** Light or dark, as the system has it or as the person chose. */
export function createTheme() {
    set(recall(THEME));
    window.addEventListener('beforeprint', () => turn('light'));
    window.addEventListener('afterprint', () => turn(recall(THEME)));

    /** Charts are drawn anew: their colours are in the picture. @param {string|null} theme */
    function turn(theme) {
        delete document.documentElement.dataset.theme;
        set(theme);
        document.dispatchEvent(new Event('themechange'));
    }

    /** @param {string|null} theme */
    function set(theme) {
        if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    }

    return {
        toggle() {
            const dark = document.documentElement.dataset.theme === 'dark' || (!document.documentElement.dataset.theme && DARK.matches);
            remember(THEME, dark ? 'light' : 'dark');
            turn(dark ? 'light' : 'dark');
        },
    };
}
