// @ts-check
// The shapes of the protocol and of the page's state, for the type checker only; nothing imports this at run time.

/** @typedef {{id: string, name: string, kind: string, url: string, user?: string, status: 'ok'|'unreachable'|'unknown',
 *   error?: string, guard: Guard, sessions: number,
 *   privacy?: 'rows'|'aggregates'|'schema', timeoutSeconds?: number}} Connection */
/** @typedef {{readOnly: boolean, detail: string, checks?: {name: string, held: boolean, detail?: string}[],
 *   advice?: string}} Guard */
/** @typedef {{provider: string, name: string, offline: boolean, error?: string, failed?: string}} ModelInfo
 *   `failed` is what its last answer failed of, as far as this page saw it. */
/** @typedef {{id: string, connection: string, title: string, titleSource: string, createdAt: string, updatedAt: string,
 *   messages: number, pinned: boolean, archived: boolean, running: boolean, forkedFrom?: string,
 *   forkedBy?: 'fork'|'edit'|'retry'}} Session */
/** @typedef {{code: string, message: string}} Failure */
/** @typedef {{name: string, type: string}} Column */
/** @typedef {{id: string, sql: string, columns: Column[], rows: any[][], rowCount?: number, truncated: boolean,
 *   durationMs: number}} Result */
/** @typedef {{id: string, name: string, input: Record<string, any>, status?: 'complete'|'failed'|'refused'|'stopped',
 *   output?: string, result?: Result, error?: string, durationMs?: number,
 *   modelRows?: number}} Call A call that still runs has no status. */
/** @typedef {{type: 'text'|'thinking', text: string}} Words */
/** @typedef {{type: 'tool', call: Call}} ToolUse */
/** @typedef {Words|ToolUse} Part */
/** @typedef {{id: string, role: 'user'|'assistant', status: 'complete'|'streaming'|'stopped'|'failed'|'interrupted',
 *   createdAt: string, parts: Part[], turn?: string, model?: string, durationMs?: number, error?: Failure,
 *   usage?: {inputTokens: number, outputTokens: number}}} Message */
/** @typedef {{schema?: string, name: string, kind: string, comment?: string, rows?: number}} Table */
/** @typedef {{messages: number, trimmed: number}} Window */

/** @typedef {{type: string, id?: string, [field: string]: any}} Command */
/** @typedef {{type: string, re?: string, [field: string]: any}} Event */

/** One open session. `stale` says an event was missed: nothing is applied until the session is switched to again.
 * @typedef {{session: Session, messages: Message[], earlier: boolean, seq: number, running: boolean, draft: string,
 *   window: Window, stale: boolean}} Conversation */
/** Which of the sessions are listed. @typedef {'sessions'|'archived'|'deleted'} Shelf */
/** The sessions of one connection that were loaded so far. `listed` is false when they should be asked for anew.
 * @typedef {{connection: string|null, items: Session[], next: string|null, shelf: Shelf, listed: boolean}} SessionList */
/** A question that was not accepted yet. @typedef {{session: string, message: string, text: string, connection: string|null}} Sending */
/** @typedef {{id: number, tone: 'error'|'plain', text: string, hint?: string, undoes?: 'delete'|'archive',
 *   session?: string}} Toast */
/** What a search found: a title, or words of a message.
 * @typedef {{session: string, title: string, connection: string, message?: string, snippet: string,
 *   matches: [number, number][]}} Hit */
/** A message that is to be shown, and the words in it that were found.
 * @typedef {{session: string, message: string, words: string[]}} Sought */
/** Text that was put into the composer by other means than typing. @typedef {{text: string}} Insertion */
/** Sessions that are being answered, and those answered while not looked at. @typedef {{running: string[], unread: string[]}} Unread */
/** What the connections' dialog shows. @typedef {{face: 'list'|'form', connection?: string}} Dialog */
/** @typedef {{link: 'connecting'|'open'|'lost', slow: boolean, model: ModelInfo|null, windowMessages: number, connections: Connection[],
 *   connection: string|null, tables: Table[]|null, sessions: SessionList, opening: string|null,
 *   conversation: Conversation|null, sending: Sending[], toasts: Toast[], toastsShown: number, dialog: Dialog|null,
 *   insertion: Insertion|null, editing: string|null, unread: Unread, queue: Sending[], models: ModelInfo[],
 *   chosenModel: string|null, sought: Sought|null,
 *   announcement: {turn: string, text: string}|null}} State */

/** What is on the screen: made once, told every new state. @typedef {{element: HTMLElement, update(state: State): void}} View */

export {};
