/** Rules that many cards share: what types the designer allows for fields of the author's own. */

export const anything = { '*': { types: ['*'], collection: '*' } };
export const anyLists = { '*': { types: ['*'], collection: true } };
/** The groups of an iterator's own inputs. */
export const perItem = { context: { type: 'object', reserved: { index: 'number' }, extensible: true } };
/** The types a compared value may be changed to. */
export const compared = ['object', 'string', 'number', 'Date', 'boolean'];
