/** JSON values, as they stand in changes and in files. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
