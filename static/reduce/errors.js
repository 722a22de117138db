// @ts-check

const NOT_UNDERSTOOD = 'The server did not understand this page. Reload it.';
/** The page's own words where the server's are written for those who speak its protocol. @type {Record<string, string>} */
const WORDS = {
    busy: 'An answer is being written. Stop it, or wait.',
    bad_json: NOT_UNDERSTOOD,
    bad_request: NOT_UNDERSTOOD,
    unknown_command: NOT_UNDERSTOOD,
};

/** What an `error` says to the person at the page. @param {import('../types.js').Event} error @returns {{text: string, hint?: string}} */
export function inWords({ code, message, hint }) {
    return WORDS[code] ? { text: WORDS[code] } : { text: message, hint };
}
