@echo off
rem Starts the steps and the exercises on Windows: workbook repl 1, workbook watch, workbook --help
rem The shell script beside this file does the same on Linux and macOS, and says more about why.
setlocal EnableExtensions EnableDelayedExpansion
set "NEEDED_JDK=25"
set "ROOT=%~dp0"

if not "%~1"=="repl" goto other
if "%~2"=="--help" goto other
if "%~2"=="" (
    echo workbook: repl takes the number of a step.>&2
    exit /b 2
)
set "TAKES_OPTIONS=yes"
if "%~2"=="1" set "TAKES_OPTIONS="
if "%~2"=="2" set "TAKES_OPTIONS="
if not defined TAKES_OPTIONS if not "%~3"=="" (
    echo workbook: step %~2 takes no options.>&2
    exit /b 2
)
echo %~2| findstr /r /c:"^[1-9]$" >nul && for /d %%F in ("%ROOT%step-0%~2-*") do set "FOLDER=%%~fF"
if not defined FOLDER (
    echo workbook: there is no step '%~2'.>&2
    exit /b 2
)
call :find_jdk || exit /b 1
call :build_step || exit /b 1
chcp 65001 >nul
"%JAVA_HOME%\bin\java" -XX:+UseSerialGC -cp "%FOLDER%\target\classes;%FOLDER%\target\lib\*" dev.minikv.step0%~2.Main %3 %4 %5 %6 %7 %8 %9
exit /b %ERRORLEVEL%

rem Everything but a REPL is for the runner, which knows the exercises.
:other
call :find_jdk || exit /b 1
if "%~1"=="jdk" (
    echo !JAVA_HOME!
    exit /b 0
)
for /d %%F in ("%ROOT%step-0*") do (
    set "FOLDER=%%~fF"
    call :build_step || exit /b 1
)
set "FOLDER=%ROOT%runner"
call :build package "%ROOT%runner\target\runner.jar" || exit /b 1
chcp 65001 >nul
rem The dot keeps the folder's last backslash from escaping the quote.
"%JAVA_HOME%\bin\java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED "-Dworkbook.home=%ROOT%." -cp "%ROOT%runner\target\runner.jar;%ROOT%runner\target\lib\*" dev.minikv.workbook.Main %*
exit /b %ERRORLEVEL%

rem Builds the step in FOLDER.
:build_step
for %%F in ("%FOLDER%") do set "NAME=%%~nxF"
set "NUMBER=%NAME:~5,2%"
call :build compile "%FOLDER%\target\classes\dev\minikv\step%NUMBER%\Main.class"
exit /b %ERRORLEVEL%

rem Builds the module in FOLDER up to a phase of Maven, unless the file that it is built into is
rem there and nothing has changed since: build <phase> <file>
:build
set "BUILT=%~2"
if exist "%BUILT%" (
    powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:BUILT).LastWriteTime; $from = @(Get-Item -LiteralPath ($env:ROOT + 'pom.xml'), ($env:FOLDER + '\pom.xml')) + @(Get-ChildItem -Recurse -LiteralPath ($env:FOLDER + '\src\main')); exit @($from | Where-Object LastWriteTime -gt $built).Count" && exit /b 0
)
for %%F in ("%FOLDER%") do set "MODULE=%%~nxF"
where mvn >nul 2>nul || (
    echo workbook: Maven, mvn, is needed to build %MODULE%, and is not on the PATH: install it from maven.apache.org.>&2
    exit /b 1
)
echo workbook: building %MODULE% (the first build of all downloads what Maven needs) ...>&2
set "MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow -Djansi.noreset=true %MAVEN_OPTS%"
call mvn -B -q -Dstyle.color=never -Dspotless.check.skip=true -Dmaven.test.skip=true -f "%ROOT%pom.xml" -pl %MODULE% -am %~1 <nul >&2 || (
    echo workbook: building %MODULE% failed: see above.>&2
    exit /b 1
)
rem Maven leaves a class alone that a newer pom.xml does not change: its date says that it is current.
powershell -NoProfile -Command "(Get-Item -LiteralPath $env:BUILT).LastWriteTime = Get-Date"
exit /b 0

rem Sets JAVA_HOME: the one that is set if it will do, else the one on the PATH, else the first of
rem the places where installers and IDEs put JDKs.
:find_jdk
call :is_jdk "%JAVA_HOME%" && exit /b 0
for /f "delims=" %%J in ('where javac 2^>nul') do call :is_jdk "%%~dpJ.." && exit /b 0
for %%P in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do (
    for /d %%J in ("%%~P\*") do call :is_jdk "%%~J" && exit /b 0
)
echo workbook: JDK %NEEDED_JDK% or newer is needed and was not found: install one from adoptium.net, or set JAVA_HOME to where it is.>&2
exit /b 1

rem Whether a folder holds a JDK (not only a JRE) that is new enough; if so, JAVA_HOME is set to it.
:is_jdk
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
set "MAJOR=0"
for /f "tokens=2 delims==. " %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "MAJOR=%%~V"
set "MAJOR=!MAJOR:"=!"
if !MAJOR! LSS %NEEDED_JDK% exit /b 1
set "JAVA_HOME=%~f1"
exit /b 0
