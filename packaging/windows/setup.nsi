; The setup for Windows: for the user alone, without an administrator.
;
; makensis -INPUTCHARSET UTF8 -DVERSION=1.2.3 -DVERSION4=1.2.3.1 -DAPPID=cn.nianbao.desktop
;          -DFILES=folder of what is installed -DUNINSTALL_LIST=how it is deleted, NSIS
;          -DICON=icon.ico -DSIDE=picture.bmp -DSIGN=program that signs a file
;          -DOUT=setup.exe setup.nsi
;
; Exit status of a silent run (/S): 0 done, 2 Windows is too old, 3 the program runs.

Unicode true
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
SetCompressorDictSize 128 ; the three programs hold the same faces, 40 MB apart
SetOverwrite on
BrandingText " "

!define NAME "公开年报"
!define PROGID "nianbao.report"
!define KEY "Software\nianbao"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APPID}"
!define DRAFTS "$LOCALAPPDATA\nianbao"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\nianbao"
InstallDirRegKey HKCU "${KEY}" "InstallDir"

VIProductVersion "${VERSION4}"
VIFileVersion "${VERSION4}"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "GPL-3.0-or-later"

!finalize '"${SIGN}" "%1"'
!uninstfinalize '"${SIGN}" "%1"'

!include MUI2.nsh
!include WinVer.nsh
!include FileFunc.nsh

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_WELCOMEPAGE_TITLE "安装${NAME} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "填写、核对、打印《政府信息公开工作年度报告》的程序，全程不联网。$\r$\n$\r$\n只装给当前用户，不需要管理员。已经装过的，直接装在上面就是升级，草稿不动。$\r$\n$\r$\n按“下一步”继续。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\nianbao.exe"
!define MUI_FINISHPAGE_RUN_TEXT "打开${NAME}"
!define MUI_FINISHPAGE_SHOWREADME "$INSTDIR\使用手册.pdf"
!define MUI_FINISHPAGE_SHOWREADME_TEXT "看使用手册"
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_UNCONFIRMPAGE_TEXT_TOP "程序会从这台电脑上删去。草稿和备份不删，留在：$\r$\n${DRAFTS}"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; A program that runs holds its file: it cannot be opened for writing then.
!macro GO_IF_HELD FILE LABEL
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    IfErrors ${LABEL}
    FileClose $0
  ${EndIf}
!macroend

!macro REFUSE_WHILE_RUNNING WHAT
again:
  !insertmacro GO_IF_HELD "nianbao.exe" running
  !insertmacro GO_IF_HELD "compat\nianbao.exe" running
  !insertmacro GO_IF_HELD "nianbao-cli.exe" running
  Goto free
running:
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME}正开着，不能${WHAT}。$\r$\n$\r$\n请先关闭它的窗口（内容会自动保存），再按“重试”。" /SD IDCANCEL IDRETRY again
  SetErrorLevel 3
  Abort
free:
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME}需要 Windows 10 或更新的系统。这台电脑的系统太旧，没有安装。" /SD IDOK
    SetErrorLevel 2
    Abort
  ${EndIf}
FunctionEnd

Section
  !insertmacro REFUSE_WHILE_RUNNING "安装"
  SetOutPath "$INSTDIR"
  File /r "${FILES}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateDirectory "$SMPROGRAMS\${NAME}"
  CreateShortCut "$SMPROGRAMS\${NAME}\${NAME}.lnk" "$INSTDIR\nianbao.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}\${NAME}（兼容方式）.lnk" "$INSTDIR\compat\nianbao.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}\使用手册.lnk" "$INSTDIR\使用手册.pdf"
  CreateShortCut "$SMPROGRAMS\${NAME}\卸载.lnk" "$INSTDIR\uninstall.exe"
  CreateShortCut "$DESKTOP\${NAME}.lnk" "$INSTDIR\nianbao.exe"

  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.nianbao" "" "${PROGID}"
  WriteRegStr HKCU "Software\Classes\.nianbao" "Content Type" "application/vnd.nianbao+json"
  WriteRegStr HKCU "Software\Classes\.nianbao\OpenWithProgids" "${PROGID}" ""
  WriteRegStr HKCU "Software\Classes\${PROGID}" "" "公开年报报告"
  WriteRegStr HKCU "Software\Classes\${PROGID}\DefaultIcon" "" "$INSTDIR\nianbao.exe,0"
  WriteRegStr HKCU "Software\Classes\${PROGID}\shell\open\command" "" '"$INSTDIR\nianbao.exe" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "nianbao"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\nianbao.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section Uninstall
  !insertmacro REFUSE_WHILE_RUNNING "卸载"
  ; Each file by name: whatever else lies there is not ours.
  !include "${UNINSTALL_LIST}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"

  Delete "$SMPROGRAMS\${NAME}\${NAME}.lnk"
  Delete "$SMPROGRAMS\${NAME}\${NAME}（兼容方式）.lnk"
  Delete "$SMPROGRAMS\${NAME}\使用手册.lnk"
  Delete "$SMPROGRAMS\${NAME}\卸载.lnk"
  RMDir "$SMPROGRAMS\${NAME}"
  Delete "$DESKTOP\${NAME}.lnk"

  DeleteRegKey HKCU "Software\Classes\${PROGID}"
  DeleteRegValue HKCU "Software\Classes\.nianbao\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "Software\Classes\.nianbao\OpenWithProgids"
  ReadRegStr $0 HKCU "Software\Classes\.nianbao" ""
  ${If} $0 == "${PROGID}"
    DeleteRegValue HKCU "Software\Classes\.nianbao" ""
    DeleteRegValue HKCU "Software\Classes\.nianbao" "Content Type"
  ${EndIf}
  DeleteRegKey /ifempty HKCU "Software\Classes\.nianbao"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  IfFileExists "${DRAFTS}\*" 0 +2
    MessageBox MB_OK|MB_ICONINFORMATION "程序已删去。草稿和备份没有删，在：$\r$\n${DRAFTS}$\r$\n$\r$\n重新装上程序就能接着用；确实不要了，请自己删掉这个文件夹。" /SD IDOK
SectionEnd
