/** What is mutated, by room: a pattern of paths. Message files hold sentences, which their own tests read. */
export const rooms: Record<string, RegExp> = {
  rules: /^server\/.*(\/|\.)rules\.ts$/,
  layers: /^server\/layer\/(?!.*\.message\.ts$).*\.ts$/,
  scope:
    /^server\/(change\/(scope|committed|places-below|view-at|write)|rights\/[^.]*|user\/(may-write|viewer-of)|layer\/scope)\.ts$/,
  forms: /^server\/(form|save)\/(?!.*\.message\.ts$).*\.ts$|^server\/.*-(form|save)\.ts$/,
  import: /^server\/import\/(?!.*(\.message|cli)\.ts$).*\.ts$/,
  matching:
    /^geodata\/sheet\/.*\.ts$|^server\/(import\/(match|visit-match|place-finders)[^/]*|search\/(match-name|one-away|reading))\.ts$/,
};
