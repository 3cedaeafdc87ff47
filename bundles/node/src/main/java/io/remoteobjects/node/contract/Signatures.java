package io.remoteobjects.node.contract;

import java.util.ArrayList;
import java.util.List;

/** Takes apart what Qt calls a signature: a name and the types of parameters, as {@code moved(QPoint,QMap<int,int>)}. */
public final class Signatures {

    private Signatures() {
    }

    /** {@return the part before the parameters} */
    public static String name(String signature) {
        int parenthesis = signature.indexOf('(');
        return parenthesis < 0 ? signature : signature.substring(0, parenthesis);
    }

    /** {@return the types of the parameters, as written but for blanks around them} */
    public static List<String> parameterTypes(String signature) {
        List<String> types = new ArrayList<>();
        int depth = 0;
        int start = signature.indexOf('(') + 1;
        int end = signature.lastIndexOf(')');
        for (int i = start; i < end; i++) {
            char c = signature.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                types.add(signature.substring(start, i).strip());
                start = i + 1;
            }
        }
        if (start < end) {
            types.add(signature.substring(start, end).strip());
        }
        return types;
    }
}
