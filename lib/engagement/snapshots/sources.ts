/** The source of a snapshot that holds the account's followers when a share went out, and nothing of the post. */
export const accountSource = "account";
