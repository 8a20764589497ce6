@echo off
rem Runs the command line from the sources: builds the jar when it is missing or older than they are.
rem JAVA_HOME chooses the JDK, CLV_JAVA_OPTS adds options for it, such as -Xmx8g.
setlocal
set "CLV_ROOT=%~dp0.."
set "CLV_JAR=%~dp0target\clv.jar"

set "CLV_JAVA=java"
if defined JAVA_HOME set "CLV_JAVA=%JAVA_HOME%\bin\java"
"%CLV_JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo clv: there is no java: install a JDK 17 or later, or set JAVA_HOME to one 1>&2
    exit /b 1
)
set "CLV_VERSION=0"
for /f "tokens=3" %%v in ('call "%CLV_JAVA%" -version 2^>^&1 ^| findstr /i /c:" version "') do (
    for /f "tokens=1 delims=." %%m in ("%%~v") do set "CLV_VERSION=%%m"
)
if %CLV_VERSION% LSS 17 (
    echo clv: Java 17 or later is needed, but "%CLV_JAVA%" is version %CLV_VERSION% 1>&2
    exit /b 1
)

set "CLV_STALE="
if not exist "%CLV_JAR%" set "CLV_STALE=1"
if not defined CLV_STALE (
    powershell -NoProfile -Command "$jar = (Get-Item $env:CLV_JAR).LastWriteTime; foreach ($m in 'clv-core', 'clv-io', 'clv-report', 'clv-examples') { foreach ($p in 'src\main', 'pom.xml') { if (Get-ChildItem -Recurse -File ($env:CLV_ROOT + '\' + $m + '\' + $p) | Where-Object { $_.LastWriteTime -gt $jar }) { exit 1 } } }"
    if errorlevel 1 set "CLV_STALE=1"
)
if defined CLV_STALE (
    where mvn >nul 2>&1
    if errorlevel 1 (
        echo clv: there is no mvn: install Maven 3.8 or later to build the command line 1>&2
        exit /b 1
    )
    echo clv: building the command line, which takes a minute the first time 1>&2
    call mvn -B -q -Dstyle.color=never -f "%CLV_ROOT%\pom.xml" -P "!gates" -pl clv-examples -am -Dmaven.test.skip=true package 1>&2
    if errorlevel 1 (
        echo clv: the build failed: see above 1>&2
        exit /b 1
    )
)

"%CLV_JAVA%" -XX:+UseParallelGC -XX:MaxRAMPercentage=70 %CLV_JAVA_OPTS% -jar "%CLV_JAR%" %*
exit /b %ERRORLEVEL%
