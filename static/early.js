// @ts-check
// What the person chose, told to the stylesheets before anything is painted: index.html lets the painting wait for it.
import { recall } from './lib/remember.js';

/** Under which names the browser remembers it. */
export const THEME = 'tablechat.theme';
export const SIDEBAR = 'tablechat.sidebar';
export const SIDEBAR_WIDTH = 'tablechat.sidebar.width';

const root = document.documentElement;
const theme = recall(THEME);
const width = Number(recall(SIDEBAR_WIDTH));

if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
if (recall(SIDEBAR) === 'closed') root.dataset.sidebar = 'closed';
if (width) root.style.setProperty('--sidebar', `${width}px`);
