import type { Metadata, Viewport } from "next";
import { instrumentSans, newsreader } from "#components/layout/fonts.ts";
import { readNonce } from "#components/layout/nonce.ts";
import { ThemeProvider } from "#components/layout/theme-provider.tsx";
import { Toaster } from "#components/ui/toaster.tsx";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Herald", template: "%s · Herald" },
  description: "Stories worth sharing, in your own words.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf7f2" },
    { media: "(prefers-color-scheme: dark)", color: "#1a1815" },
  ],
};

export default async function RootLayout({ children }: LayoutProps<"/">) {
  return (
    <html lang="en" className={`${newsreader.variable} ${instrumentSans.variable}`} suppressHydrationWarning>
      <body>
        <ThemeProvider nonce={await readNonce()}>
          {children}
          <Toaster />
        </ThemeProvider>
      </body>
    </html>
  );
}
