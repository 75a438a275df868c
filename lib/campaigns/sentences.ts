export const isClosed = "This campaign is closed, so that its report stays true. Reopen it first.";
