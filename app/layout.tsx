import type { Metadata } from "next";
import "./globals.css";

export const metadata: Metadata = { title: { default: "Herald", template: "%s · Herald" } };

export default function RootLayout({ children }: LayoutProps<"/">) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
