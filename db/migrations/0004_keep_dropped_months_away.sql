CREATE TABLE "dropped_click_months" (
	"month" date PRIMARY KEY NOT NULL
);
