import type { NextConfig } from "next";

const config: NextConfig = {
  // A second build or dev server can live beside the first (the browser tests use their own).
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    "@electric-sql/pglite",
    "pg",
    "pg-boss",
    "pino",
    "sharp",
    "nodemailer",
    "@aws-sdk/client-s3",
    "pdfkit",
  ],
  experimental: { serverActions: { bodySizeLimit: "12mb" }, authInterrupts: true },
  // In development Next prints what actions are given and what addresses hold: passwords, and the codes of networks.
  logging: { serverFunctions: false, incomingRequests: { ignore: [/^\/connect\//, /^\/(api\/)?review\//] } },
  // Asked for by browsers wherever a page names no icon.
  redirects: async () => [{ source: "/favicon.ico", destination: "/icon.svg", permanent: false }],
  // We resize images ourselves when a story is made; nothing is optimised on request.
  images: { unoptimized: true },
};

export default config;
