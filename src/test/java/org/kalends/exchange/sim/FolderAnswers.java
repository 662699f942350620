package org.kalends.exchange.sim;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import org.kalends.exchange.sim.SimMailbox.SimFolder;
import org.w3c.dom.Element;

/** GetFolder and FindFolder. */
final class FolderAnswers {

    private FolderAnswers() {}

    static String get(Element request, SimMailbox mailbox) {
        var wanted = request.getElementsByTagNameNS(EwsSchema.TYPES, "DistinguishedFolderId");
        var messages = IntStream.range(0, wanted.getLength())
                .mapToObj(i -> (Element) wanted.item(i))
                .map(id -> mailbox.folder(id.getAttribute("Id")))
                .map(folder ->
                        "<m:GetFolderResponseMessage ResponseClass=\"Success\"><m:ResponseCode>NoError</m:ResponseCode><m:Folders>"
                                + xml(folder, mailbox) + "</m:Folders></m:GetFolderResponseMessage>")
                .collect(joining());
        return "<m:GetFolderResponse><m:ResponseMessages>" + messages + "</m:ResponseMessages></m:GetFolderResponse>";
    }

    static String find(Element request, SimMailbox mailbox) {
        var kind = EwsSchema.attribute(request, "Constant", "Value");
        var view = (Element) request.getElementsByTagNameNS(EwsSchema.MESSAGES, "IndexedPageFolderView")
                .item(0);
        int from = Integer.parseInt(view.getAttribute("Offset"));
        int most = Integer.parseInt(view.getAttribute("MaxEntriesReturned"));
        var all = mailbox.ofKind(kind);
        int until = Math.min(all.size(), from + most);
        List<SimFolder> page = from >= all.size() ? List.of() : all.subList(from, until);
        return "<m:FindFolderResponse><m:ResponseMessages><m:FindFolderResponseMessage ResponseClass=\"Success\">"
                + "<m:ResponseCode>NoError</m:ResponseCode><m:RootFolder IndexedPagingOffset=\"" + until
                + "\" TotalItemsInView=\"" + all.size() + "\" IncludesLastItemInRange=\"" + (until == all.size())
                + "\"><t:Folders>"
                + page.stream().map(folder -> xml(folder, mailbox)).collect(joining())
                + "</t:Folders></m:RootFolder></m:FindFolderResponseMessage></m:ResponseMessages></m:FindFolderResponse>";
    }

    private static String xml(SimFolder folder, SimMailbox mailbox) {
        var element = folder.kind().equals(SimMailbox.CALENDAR) ? "t:CalendarFolder" : "t:Folder";
        return "<" + element + "><t:FolderId Id=\"" + folder.id() + "\" ChangeKey=\"1\"/><t:ParentFolderId Id=\""
                + folder.parent() + "\"/><t:FolderClass>" + folder.kind() + "</t:FolderClass><t:DisplayName>"
                + folder.name().replace("&", "&amp;") + "</t:DisplayName><t:TotalCount>"
                + Math.max(folder.items(), mailbox.items(folder.id()).size())
                + "</t:TotalCount></" + element
                + ">";
    }
}
