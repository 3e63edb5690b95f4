<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>Narrator</name>
    <message>
        <source>You send %1 %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) are being sent, at random moments.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You change a setting of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends the request %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends its answer: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends back what it found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sends %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has reached %2 after %3 on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its time to live ended %1 ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had to make room %1 ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was removed %1 ago because the data changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cache was emptied %1 ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has stored it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache hit: %1 has %2, stored %3 ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache miss: %1 does not have %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps %2 for %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is full: %2 has to go, unused for %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 throws %2 away: the copy is no longer true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All of %1 is busy: the request waits, %n ahead of it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 finds the handler for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 finds the handler for %2, with %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 knows %2, but not with this method (405).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 knows no handler for %2 (404).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 worked for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 ran the query in %2: %3 steps, %n row(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 changes the row %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot answer (%2): %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants %2 %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has its answer after %2: an error, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has its answer after %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has its answer after %2. The data came from %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale: %1 shows an old value. The database changed it %2 ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 changes from %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job %1 arrives at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 starts on job %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job %1 is done after %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>miss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no route, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query took %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>request ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>route found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cache hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cache miss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cache store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cache removal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>job arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>job starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>job done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>This is not valid JSON: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An object in braces {} belongs here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list in brackets [] belongs here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called &quot;%1&quot; here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; must lie between %2 and %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no duration. Write a number with a unit, like &quot;250 ms&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no distribution. Write a duration, or one like {&quot;exponential&quot;: &quot;5 ms&quot;}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of the choices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was written by a newer version of the program (format %1, this one knows %2). Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No part is called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part cannot do &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No part of the scene has the id &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No handler block is called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No kind of event is called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step has the id &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value is called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A goal needs a &quot;fact&quot; or a &quot;metric&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two parts have the id &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no id: use letters, digits, - and _, at most 64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 do not speak the same protocol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scene has at most %1 parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no HTTP method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A path begins with a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parameter is written &lt;name&gt; or &lt;int:name&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parameter&apos;s type is int or string, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A parameter needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two parameters are called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite refuses the statement: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value &quot;:%1&quot; is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One statement at a time, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words for &quot;%1&quot; are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words for &quot;%1&quot; are for nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This says %1 words; at most %2 can be read at a glance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command &quot;%1&quot; would be refused: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulation has failed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressStore</name>
    <message>
        <source>Your progress cannot be kept: the folder %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with your progress could not be read. It was set aside as %1, and a new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartupOptions</name>
    <message>
        <source>&quot;%1&quot; is no size; write one like 1440x900.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows how a backend works, one request at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson to open: its id, or a folder with one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of the lesson, from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the window in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a picture of the window and quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print time and memory until the window can be used, and quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--step takes a number from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--theme takes light, dark or projector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--lang takes en or es.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Send request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send many requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the browser&apos;s cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one entry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gauges</name>
    <message>
        <source>{value} of {capacity} workers busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} waiting for an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} answers kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} of {capacity} keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hit ratio {value} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} have left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} in service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} of {capacity} connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite, {value} users</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parameters</name>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many requests it can work on at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to read a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parsing and routing, before the handler starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: every request goes to the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the copy when data changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On: an update deletes the cached copy, the next read is fresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which address runs which handler; first match wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the request asks for: GET reads, PUT replaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path and query, for example /users/123.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON that travels with the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many requests are sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests per second on average, at random moments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path; {key} becomes the number of what is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different things asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys run from 1 to this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Popularity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zipf exponent: 0 asks for all alike, 1 mostly for a few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which part of the requests is a PUT, 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body of updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON; {n} becomes the number of the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site that it visits; written in each request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers it can keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When more arrive, the one unused for longest goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many entries it can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry older than this counts as missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of an operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long one lookup or store takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example user:123.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time between jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long after one job the next one comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 goes first at a station with priorities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 means without end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many jobs it can serve at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs in line and in service; more are turned away. 0: no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fifo: as they came. priority: class 0 first, without interrupting. sharing: all at once, each slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a server works on one job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many rows the table users has at the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many statements can run at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each statement costs before it reads a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each step of SQLite&apos;s machine costs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>parts</name>
    <message>
        <source>App server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs your program: finds the route of a request and does what its handler says, with so many workers at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assistant who fetches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends requests for a person and shows the answers. Keeps answers for as long as Cache-Control allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You at your desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps answers in memory for a while. When it is full, the one unused for longest has to go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your desk drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs leave here; measures their whole way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs enter here, for comparing with queueing theory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The door of the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers with one line, for comparing with queueing theory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The counter with its line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps rows in tables and answers SQL. A real SQLite runs every statement; its steps become time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library across town</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roundtrip::Actions</name>
    <message>
        <source>To the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next lesson step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous lesson step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the lesson again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage nearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage farther</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast for projectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roundtrip::CacheModel</name>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roundtrip::CanvasWidget</name>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message %1, on its way from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link from %1 to %2, %3 each way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roundtrip::EventList</name>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show which events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show events of which part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roundtrip::EventModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roundtrip::HelpDialog</name>
    <message>
        <source>Keys and help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every shape that moves is a message of the simulation. Circles are requests, squares answers, pills questions to the cache or the database, crosses errors. Click one to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Story time gives every event a moment, however short it was; the real durations stand beside. True scale lets time pass as it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step back whenever you like. If you do something in the past, a new run begins there; the old one stays in the list of runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the stage: arrows go from part to part, Return inspects one, M picks the next message, plus and minus zoom, 0 shows everything.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roundtrip::Legend</name>
    <message>
        <source>request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roundtrip::LessonPanel</name>
    <message>
        <source>%1 — step %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First see what this step is about: press its button and watch to the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just now · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You saw it coming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It went another way: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Challenge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First say what you expect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not quite. Try another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me that moment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roundtrip::MainWindow</name>
    <message>
        <source>Simulating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lesson has changed since you were here, so it starts anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) · median %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>First run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1, from %2 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs that you can go back to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roundtrip::MessageView</name>
    <message>
        <source>Query plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the time went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet. Send a request, then step through it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
%n row(s) · %2 VM steps · %3</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 runs the query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all in all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roundtrip::MetricsView</name>
    <message>
        <source>Latency of each request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often which latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simulated time, s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latency, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: latency over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: histogram of latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request has ended yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 of 100 below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>99 of 100 below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cache hit ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>database queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stale answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oldest stale answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roundtrip::NodeView</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write a number with a unit between %1 and %2, for example &quot;250 ms&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it keeps now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries of the cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened here yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roundtrip::TimelineView</name>
    <message>
        <source>Timeline: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>roundtrip::TransportBar</name>
    <message>
        <source>Story time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every event gets a moment, however short it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time passes as it does, faster or slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 · %n event(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roundtrip::TripsView</name>
    <message>
        <source>, stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trips side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trips appear here when they have ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
