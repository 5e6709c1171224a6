/** The types of the Okta Workflows toolkit, under the name the platform's own package would have. */

export type * from './clock';
export type * from './exchange';
export type * from './finding';
export type * from './json';
export type * from './model';
export type * from './view';
export type * from './wire';
export type * from './world';
