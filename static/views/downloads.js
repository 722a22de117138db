// @ts-check
import { say } from '../language.js';

const FORMS = /** @type {const} */ (['md', 'json', 'html']);

/** The files a session can be had as: what they are called, and where the server has them. @param {string} session its id */
export function downloads(session) {
    return FORMS.map(form => ({ name: say.downloadAs[form], href: `sessions/${session}.${form}` }));
}
