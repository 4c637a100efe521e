/** Whether a text can be a proposal's id. What cannot be one is simply not found: no query is asked. */
export function isProposalId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
