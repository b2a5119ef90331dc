<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
</TS>
