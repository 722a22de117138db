// @ts-check
import { conceal, reveal } from '../lib/reveal.js';

/** How many older messages are asked for at once on the way to the one that was found. */
const MESSAGES = 500;

/**
 * Goes to the message that was found: asks for older ones until it is there, then shows it, its words marked.
 * @param {import('../commands.js').Commands} commands
 * @param {(message: string) => HTMLElement|undefined} elementOf
 * @param {() => void} letGo so that the newest message is held on to no longer
 * @returns {(state: import('../types.js').State) => void}
 */
export function createSeek(commands, elementOf, letGo) {
    let [asked, marked] = ['', ''];

    return ({ sought, conversation }) => {
        if (marked && conversation?.session.id !== marked) {
            conceal();
            marked = '';
        }
        if (!sought || conversation?.session.id !== sought.session) return;
        const element = elementOf(sought.message);
        const first = conversation.messages[0]?.id;
        if (element) {
            letGo();
            reveal(element, sought.words);
            marked = sought.session;
            commands.sought();
        } else if (!conversation.earlier || !first) {
            commands.sought();
        } else if (asked !== first) {
            asked = first;
            commands.messages(sought.session, first, MESSAGES);
        }
    };
}
