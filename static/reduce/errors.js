// @ts-check
import { say } from '../language.js';

/** The page's own words where the server's are written for those who speak its protocol. @type {Record<string, string>} */
const WORDS = {
    busy: say.busy,
    bad_json: say.notUnderstood,
    bad_request: say.notUnderstood,
    unknown_command: say.notUnderstood,
};

/** What an `error` says to the person at the page. @param {import('../types.js').Event} error @returns {{text: string, hint?: string}} */
export function inWords({ code, message, hint }) {
    return WORDS[code] ? { text: WORDS[code] } : { text: message, hint };
}
