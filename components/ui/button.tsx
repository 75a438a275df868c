import { Slot } from "radix-ui/slot";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

type Variant = "primary" | "secondary" | "ghost" | "danger" | "link";
type Size = "sm" | "md" | "lg" | "icon";

type ButtonProps = ComponentProps<"button"> & {
  /** `primary` is for the one main act of a page. */
  variant?: Variant;
  size?: Size;
  /** Something is under way: the button is disabled and says so to a screen reader. */
  pending?: boolean;
  /** Gives its looks to its only child, for example a link. */
  asChild?: boolean;
};

export function Button({
  variant = "secondary",
  size = "md",
  pending,
  asChild,
  className,
  ...props
}: ButtonProps) {
  const classes = buttonClasses(variant, size, className);
  if (asChild) return <Slot className={classes} {...props} />;
  return (
    <button
      type="button"
      {...props}
      className={classes}
      disabled={pending || props.disabled}
      aria-busy={pending || undefined}
    />
  );
}

export const buttonClasses = (variant: Variant = "secondary", size: Size = "md", className?: string) =>
  cn(
    "inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap select-none",
    "transition-[background-color,border-color,color,opacity,filter] duration-150",
    "disabled:pointer-events-none disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
    variants[variant],
    variant === "link" ? "" : sizes[size],
    className,
  );

const variants: Record<Variant, string> = {
  primary: "bg-accent text-accent-ink hover:brightness-110 active:brightness-95",
  secondary: "border border-edge/50 bg-raised text-ink hover:border-edge hover:bg-wash",
  ghost: "text-ink hover:bg-wash",
  danger: "border border-danger/50 bg-raised text-danger hover:border-danger hover:bg-danger/8",
  link: "text-accent underline decoration-1 underline-offset-4 hover:decoration-2",
};

const sizes: Record<Size, string> = {
  sm: "h-8 px-3 text-sm",
  md: "h-10 px-4 text-[0.9375rem]",
  lg: "h-12 px-6 text-base",
  icon: "size-10",
};
