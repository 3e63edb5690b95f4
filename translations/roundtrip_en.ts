<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Narrator</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) are being sent, at random moments.</source>
        <translation>
            <numerusform>%n request is being sent, at random moments.</numerusform>
            <numerusform>%n requests are being sent, at random moments.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of %1 is busy: the request waits, %n ahead of it.</source>
        <translation>
            <numerusform>All of %1 is busy: the request waits, %n ahead of it.</numerusform>
            <numerusform>All of %1 is busy: the request waits, %n ahead of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps the task in line, %n ahead of it.</source>
        <translation>
            <numerusform>%1 keeps the task in line, %n ahead of it.</numerusform>
            <numerusform>%1 keeps the task in line, %n ahead of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 ran the query in %2: %3 steps, %n row(s).</source>
        <translation>
            <numerusform>%1 ran the query in %2: %3 steps, %n row.</numerusform>
            <numerusform>%1 ran the query in %2: %3 steps, %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sees %n sealed byte(s) and can read nothing.</source>
        <translation>
            <numerusform>%1 sees %n sealed byte and can read nothing.</numerusform>
            <numerusform>%1 sees %n sealed bytes and can read nothing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundtrip::HomeView</name>
    <message numerus="yes">
        <source>%n lesson(s)</source>
        <translation>
            <numerusform>%n lesson</numerusform>
            <numerusform>%n lessons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left.</source>
        <translation>
            <numerusform>About %n minute left.</numerusform>
            <numerusform>About %n minutes left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This lesson has %n problem(s) and cannot be opened.</source>
        <translation>
            <numerusform>This lesson has %n problem and cannot be opened.</numerusform>
            <numerusform>This lesson has %n problems and cannot be opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundtrip::LearnerButton</name>
    <message numerus="yes">
        <source>%n result(s) of %1 were written to %2.</source>
        <translation>
            <numerusform>%n result of %1 was written to %2.</numerusform>
            <numerusform>%n results of %1 were written to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundtrip::MessageView</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
%n row(s) · %2 VM steps · %3</source>
        <translation>
            <numerusform>%1
%n row · %2 VM steps · %3</numerusform>
            <numerusform>%1
%n rows · %2 VM steps · %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundtrip::ProgramWindow</name>
    <message numerus="yes">
        <source>The lesson stays as it was: %n problem(s). %1: %2</source>
        <translation>
            <numerusform>The lesson stays as it was: %n problem. %1: %2</numerusform>
            <numerusform>The lesson stays as it was: %n problems. %1: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundtrip::TransportBar</name>
    <message numerus="yes">
        <source>%1 · %Ln event(s)</source>
        <translation>
            <numerusform>%1 · %Ln event</numerusform>
            <numerusform>%1 · %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundtrip::SandboxDocument</name>
    <message numerus="yes">
        <source>add %n part(s)</source>
        <translation>
            <numerusform>add %n part</numerusform>
            <numerusform>add %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %n part(s)</source>
        <translation>
            <numerusform>remove %n part</numerusform>
            <numerusform>remove %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move %n part(s)</source>
        <translation>
            <numerusform>move %n part</numerusform>
            <numerusform>move %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>colour %n part(s)</source>
        <translation>
            <numerusform>colour %n part</numerusform>
            <numerusform>colour %n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundtrip::RunViews</name>
    <message numerus="yes">
        <source>%n request(s) · median %1</source>
        <translation>
            <numerusform>%n request · median %1</numerusform>
            <numerusform>%n requests · median %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n row changed</numerusform>
            <numerusform>%n rows changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundtrip::WhyView</name>
    <message numerus="yes">
        <source>%n request(s) got no good answer. This is what it began with:</source>
        <translation>
            <numerusform>One request got no good answer. This is what it began with:</numerusform>
            <numerusform>%n requests got no good answer. This is what they began with:</numerusform>
        </translation>
    </message>
</context>
</TS>
