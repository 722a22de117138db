// @ts-check
import { createCommands } from './commands.js';
import { createEffects } from './effects.js';
import { say } from './language.js';
import { INITIAL, reduce } from './reduce.js';
import { createRouter } from './router.js';
import { createSocket } from './socket.js';
import { createStore } from './store.js';
import { createTheme } from './theme.js';
import { createPage } from './views/page.js';

const store = createStore(reduce, INITIAL);
const socket = createSocket({
    url: address,
    onEvent: store.dispatch,
    onLink: (link, slow = false) => store.dispatch({ type: 'page.link', link, slow }),
});
const commands = createCommands(socket, store);
document.documentElement.lang = say.locale;
const router = createRouter(commands, store.state);
const page = createPage(commands, store.state, createTheme());

store.follow(createEffects(commands));
store.follow(router.write);
store.show(page.update);
document.querySelector('.frame')?.replaceWith(page.element);

router.start();
socket.connect();
window.addEventListener('online', socket.hurry);
document.addEventListener('visibilitychange', () => document.hidden || socket.hurry());

/** The socket beside this page, for the connection it showed last. */
function address() {
    const url = new URL('ws', location.href.replace(/^http/, 'ws'));
    const { connection } = store.state();
    url.hash = '';
    url.search = connection ? `?connection=${encodeURIComponent(connection)}` : '';
    return url.href;
}
