@echo off
rem Sets Inkling up with its test tools and runs every check: deploy\test --help
setlocal
where py >nul 2>nul
if %errorlevel%==0 goto launcher
python "%~dp0bootstrap" test %*
exit /b %errorlevel%
:launcher
py -3 "%~dp0bootstrap" test %*
exit /b %errorlevel%
