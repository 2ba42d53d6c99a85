-- codes by which search engines and Zalo know whose site it is, as the tenant configuration says
ALTER TABLE site
    ADD COLUMN google text,
    ADD COLUMN bing   text,
    ADD COLUMN zalo   text;
