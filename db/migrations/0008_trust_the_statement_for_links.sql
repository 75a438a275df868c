ALTER TABLE "clicks" DROP CONSTRAINT "clicks_organization_id_link_id_links_organization_id_id_fk";
--> statement-breakpoint
DROP INDEX "clicks_counted_once";--> statement-breakpoint
CREATE UNIQUE INDEX "clicks_counted_once" ON "clicks" USING btree ("organization_id","link_id","hour","visitor") WHERE counted;