/** What a header name may be: `token` of RFC 9110 §5.6.2. */
export const headerToken = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
