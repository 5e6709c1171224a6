/** JSON as a type: what travels between cards, over HTTP and in a pack. */

export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}
