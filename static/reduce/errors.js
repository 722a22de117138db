// @ts-check
import { say } from '../language.js';

/** The page's own words where the server's are written for those who speak its protocol. @type {Record<string, string>} */
const WORDS = {
    busy: say.busy,
    bad_json: say.notUnderstood,
    bad_request: say.notUnderstood,
    unknown_command: say.notUnderstood,
    internal: say.serverFault,
};

/** The same for what is not there any more, by what it was. @type {Record<string, string>} */
const GONE = {
    session: say.sessionGone,
    message: say.messageGone,
    connection: say.connectionGone,
    result: say.resultGone,
};

/** What an `error` says to the person at the page. @param {import('../types.js').Event} error @returns {{text: string, hint?: string}} */
export function inWords({ code, message, field, hint }) {
    const own = code === 'not_found' ? GONE[field] : WORDS[code];
    return own ? { text: own } : { text: message, hint };
}
