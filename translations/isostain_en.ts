<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>SidePanel</name>
    <message numerus="yes">
        <source>%n file(s) cannot be read:</source>
        <translation>
            <numerusform>%n file cannot be read:</numerusform>
            <numerusform>%n files cannot be read:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s)</source>
        <translation>
            <numerusform>%n slide</numerusform>
            <numerusform>%n slides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::CheckPage</name>
    <message numerus="yes">
        <source>%n pair(s) to test on.</source>
        <translation>
            <numerusform>%n pair to test on.</numerusform>
            <numerusform>%n pairs to test on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::ExportDialog</name>
    <message numerus="yes">
        <source>%n slide(s) exported.</source>
        <translation>
            <numerusform>%n slide exported.</numerusform>
            <numerusform>%n slides exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) exported before.</source>
        <translation>
            <numerusform>%n slide exported before.</numerusform>
            <numerusform>%n slides exported before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) failed.</source>
        <translation>
            <numerusform>%n slide failed.</numerusform>
            <numerusform>%n slides failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) to export.</source>
        <translation>
            <numerusform>%n slide to export.</numerusform>
            <numerusform>%n slides to export.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::FolderPanel</name>
    <message numerus="yes">
        <source>%1 of %n slide(s) read</source>
        <translation>
            <numerusform>%1 of %n slide read</numerusform>
            <numerusform>%1 of %n slides read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s)</source>
        <translation>
            <numerusform>%n slide</numerusform>
            <numerusform>%n slides</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::InterruptedBar</name>
    <message numerus="yes">
        <source>%n trainings were interrupted. They can be gone on with where they were.</source>
        <translation>
            <numerusform>%n training was interrupted. It can be gone on with where it was.</numerusform>
            <numerusform>%n trainings were interrupted. They can be gone on with where they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::MainWindow</name>
    <message numerus="yes">
        <source>%n annotations read from %1</source>
        <translation>
            <numerusform>%n annotation read from %1</numerusform>
            <numerusform>%n annotations read from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::PastStudiesWindow</name>
    <message numerus="yes">
        <source>%n studies are deleted for good, with everything that they have trained and measured. Profiles that you have kept stay.</source>
        <translation>
            <numerusform>%n study is deleted for good, with everything that it has trained and measured. Profiles that you have kept stay.</numerusform>
            <numerusform>%n studies are deleted for good, with everything that they have trained and measured. Profiles that you have kept stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::PropertiesDialog</name>
    <message numerus="yes">
        <source>%1 × %2 pixels, %n level(s)</source>
        <translation>
            <numerusform>%1 × %2 pixels, %n level</numerusform>
            <numerusform>%1 × %2 pixels, %n levels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::ResumeBar</name>
    <message numerus="yes">
        <source>An export was interrupted: %1 of %n slide(s) are left.</source>
        <translation>
            <numerusform>An export was interrupted: %1 of %n slide is left.</numerusform>
            <numerusform>An export was interrupted: %1 of %n slides are left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::Thumbnails</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
</TS>
