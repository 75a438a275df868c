import { handleAuthGet, handleAuthPost } from "#lib/auth/handler.ts";

export { handleAuthGet as GET, handleAuthPost as POST };
